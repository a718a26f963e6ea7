"""Address books: files of many programs → cards. Pure."""
