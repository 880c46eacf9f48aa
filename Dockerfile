# Image of the portal: one image for the web and the worker process.
FROM python:3.11-slim-bookworm AS build
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
# The Dutch model is a release file of its makers, not a package of the index.
ARG MODEL=https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.8.0/nl_core_news_sm-3.8.0-py3-none-any.whl
RUN /venv/bin/pip install --no-cache-dir --no-deps "$MODEL"

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /app kenniscentrum \
 && install --directory --owner=kenniscentrum /data
COPY --from=build /venv /venv
WORKDIR /app
COPY manage.py ./
COPY kenniscentrum kenniscentrum
COPY search search
COPY content content
COPY fixtures fixtures
# The texts that tags are measured by: a model that editors taught is kept only where it is better.
COPY tests/gold tests/gold
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data PORT=8000
# Static files go into the image; the values below serve this one command and are not kept.
RUN DATA_DIR=/tmp/build STATIC_ROOT=/app/static ENVIRONMENT=production DEBUG=0 BASE_URL=https://build.invalid \
    EMAIL_URL=smtp://build.invalid SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(64))") \
    python manage.py collectstatic --noinput && rm -rf /tmp/build
ENV STATIC_ROOT=/app/static
USER kenniscentrum
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/gezondheid/', timeout=4)"]
CMD ["sh", "-c", "exec gunicorn kenniscentrum.wsgi --bind 0.0.0.0:$PORT --workers 3 --threads 4 --worker-class gthread"]
