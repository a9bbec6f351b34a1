"""The gate: a finished film is judged by what can be seen and heard in it, and by judges that others made.

In: Evidence (a film file and whatever is known about how it was made). Out: a Verdict, with a row for each check, its findings with
where, what and how to mend, and what could not be judged and why.
"""

from animkit.gate.evidence import Evidence
from animkit.gate.model import Verdict
from animkit.gate.verdict import judge

__all__ = ["Evidence", "Verdict", "judge"]
