# One image, several commands: `up` (everything in one container), or worker, clock and web (docker-compose.yml).
# Built for amd64 and arm64: every locked dependency has a wheel for both.

FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/snowdrop
WORKDIR /build
COPY requirements.txt ./
RUN /opt/snowdrop/bin/pip install --require-hashes --only-binary :all: -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY tasks tasks
COPY worker worker
RUN /opt/snowdrop/bin/pip install --no-deps . && /opt/snowdrop/bin/snowdrop --help >/dev/null

FROM python:3.13-slim
RUN groupadd --system --gid 10001 snowdrop \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin snowdrop \
    && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=build /opt/snowdrop /opt/snowdrop
# Inside a container the outside is not the loopback: a one-time key from the log opens the page.
ENV PATH=/opt/snowdrop/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SNOWDROP_DATA_DIR=/data \
    SNOWDROP_HOST=0.0.0.0
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8750
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s --retries=3 CMD ["snowdrop", "healthcheck"]
ENTRYPOINT ["snowdrop"]
CMD ["up"]
