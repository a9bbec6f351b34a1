"""What was measured once is kept in the store, under the hash of what it was measured on and of the code that did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from animkit.film.recipe import recipe
from animkit.store import Store, key_of

KIND = "judged"


def kept(store: Store | None, code: tuple[str, ...], of: Mapping[str, Any], measure: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The facts that ``measure`` finds (plain JSON values), or those that were found before on the same ``of`` by the same ``code``.

    ``code`` names the source files that decide the result, from the package's folder.
    """
    if store is None:
        return measure()
    key = key_of({"of": dict(of), "code": recipe(*code)})
    entry = store.get(KIND, key)
    if entry is None:
        entry = store.put(KIND, key, {}, measure())
    return dict(entry.facts)
