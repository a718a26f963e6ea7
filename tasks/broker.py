"""The broker is a Valkey or Redis that carries bells, and holds nothing of value: here is whether it answers."""

SILENT = "The broker does not answer: check that Valkey or Redis runs at SNOWDROP_REDIS_URL"


def is_reachable(redis_url: str) -> bool:
    """Whether the broker answers within two seconds."""
    import redis

    try:
        client = redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2)
        with client:
            return bool(client.ping())
    except redis.RedisError:
        return False
