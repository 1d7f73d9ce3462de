"""Name, address and languages of the site, which MkDocs and static-i18n get from the data."""

from collections.abc import Container, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs_static_i18n.config import I18nPluginLanguage

from hub.model.catalogue import Catalogue


def in_this_hub(codes: Iterable[str], catalogue: Catalogue) -> None:
    """Raises Abort for a language that the hub has not."""
    if unknown := [code for code in codes if code not in catalogue.languages]:
        raise Abort(f"data/languages.yml has no language {', '.join(unknown)}. "
                    f"Languages of the hub: {', '.join(catalogue.languages)}.")


def configure(config: MkDocsConfig, catalogue: Catalogue, wanted: Container[str], *, serving: bool) -> None:
    """wanted: the languages of a part, or none for all. Raises Abort for a language that static-i18n refuses."""
    config.site_name = catalogue.hub.name
    if not serving:
        config.site_url = catalogue.hub.address.rstrip("/") + "/"
    config.edit_uri_template = None
    plugin = config.plugins["i18n"]
    default = catalogue.default_language
    plugin.config.languages = [
        _language(code, language.name, default=code == default, build=code == default or not wanted or code in wanted)
        for code, language in catalogue.languages.items()]
    plugin.current_language = None


def _language(code: str, name: str, *, default: bool, build: bool) -> I18nPluginLanguage:
    made = I18nPluginLanguage()
    # static-i18n always builds the default language; a part without it has that home page only, until the end.
    made.load_dict({"locale": code, "name": name, "default": default, "build": build})
    failed, _ = made.validate()
    if failed:
        raise Abort(f"data/languages.yml: static-i18n does not take the language {code}: {failed[0][1]}")
    return made
