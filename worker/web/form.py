"""A form is what the page sends back: small, from this page and nobody else's."""

from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

_MAX_BYTES = 16 * 1024
"""Far more than any form here holds."""
_TOO_LARGE, _NOT_A_FORM, _NOT_FROM_HERE = 413, 400, 403


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; of a repeated one the last. Raises HTTPException for one that is none."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BYTES:
            raise HTTPException(_TOO_LARGE)
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=20))
    except ValueError as error:
        raise HTTPException(_NOT_A_FORM) from error


def require_same_origin(request: Request) -> None:
    """Refuses a form that another page sent (the form's own token is checked besides).

    Browsers of today say so in Sec-Fetch-Site, all others that matter in Origin. Raises HTTPException.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    is_foreign_site = site is not None and site != "same-origin"
    is_foreign_origin = (
        origin is not None and urlsplit(origin).netloc.lower() != request.headers["host"].lower()
    )
    if is_foreign_site or is_foreign_origin:
        raise HTTPException(_NOT_FROM_HERE)
