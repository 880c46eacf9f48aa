from django.apps import AppConfig


class KenniscentrumConfig(AppConfig):
    name = "kenniscentrum"
    verbose_name = "Kenniscentrum MPG"
