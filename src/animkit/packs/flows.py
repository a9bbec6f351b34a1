"""The papers of a pack that are read from top to bottom, as blocks: PDF, Word and HTML come from the same. Pure."""

from __future__ import annotations

from animkit.packs.blocks import Block, Bullets, Flow, Heading, Lines, Para, Quote, Routes, Shown, Steps, Table
from animkit.packs.lesson import lesson_minutes, minutes_words
from animkit.packs.model import Facts, Home, Lesson
from animkit.packs.words.common import Section
from animkit.packs.words.school import About, Access


def notes(lesson: Lesson) -> Flow:
    """The teacher's safeguarding notes: what to read before the lesson."""
    school = lesson.school
    blocks: list[Block] = [*_unconfirmed(lesson.facts.unconfirmed)]
    for section in school.notes:
        blocks += _section(section)
    blocks += [Heading("Ground rules, to read out"), Bullets(school.rules)]
    blocks += [Heading("Where help is, for pupils"), Routes(lesson.routes)]
    return Flow(title="Read me first", kind=f"Notes for teachers. {lesson.facts.film}", blocks=blocks)


def told(lesson: Lesson) -> Flow:
    """What to do if a pupil tells something: one page for the desk."""
    words = lesson.school.told
    steps = Steps([(note.title, note.text) for note in words.steps])
    return Flow(
        title=words.title,
        kind="One page for your desk",
        blocks=[
            steps,
            Quote(f"“{words.say}”"),
            Para(words.public),
            Para(words.yourself),
            Heading("Where help is, for pupils"),
            Routes(lesson.routes),
        ],
    )


def letter(lesson: Lesson, home: Home | None) -> Flow:
    """The letter to parents and carers. What stands in [brackets] is for the school to fill in."""
    words = lesson.school.letter
    blocks: list[Block] = [Para(words.greeting), *(Para(text) for text in words.paragraphs)]
    if home is not None:
        blocks += [Heading(words.help_title), Routes(home.routes)]
    blocks += [Para(words.close), Lines(1), Para(words.sign)]
    return Flow(title=words.title, kind=f"{lesson.facts.film}, ages {lesson.facts.ages}", blocks=blocks)


def curriculum(lesson: Lesson) -> Flow:
    """The curriculum map, and the outcomes that it rests on."""
    words = lesson.school.curriculum
    rows = [(row.source, row.strand, row.meets) for row in words.rows]
    return Flow(
        title=words.title,
        kind=f"Curriculum map. {lesson.facts.film}, ages {lesson.facts.ages}",
        blocks=[
            Para(words.intro),
            Table(head=("Curriculum", "Strand", "How the lesson meets it"), rows=rows, shares=(1.15, 1, 1.25)),
            Heading("By the end, each pupil can say"),
            Bullets(lesson.outcomes),
            Heading("Signs in the film, and what helps"),
            Table(
                head=("Sign", "In the film", "What helps"),
                rows=[(pair.sign.label, pair.at, ". ".join(card.label for card in pair.helps) + ".") for pair in lesson.pairs],
                shares=(1, 0.5, 1.4),
            ),
        ],
    )


def access(words: Access, facts: Facts) -> Flow:
    """The accessibility statement."""
    return Flow(
        title=words.title,
        kind=f"{facts.film}, for {facts.readers}",
        blocks=[Heading("What works"), Bullets(words.works), Heading("What does not, yet"), Bullets(words.not_yet)],
    )


def about(words: About, facts: Facts) -> Flow:
    """Licence, credits, sources, and what nobody has confirmed."""
    return Flow(
        title=words.title,
        kind=f"{facts.film}, for {facts.readers}",
        blocks=[
            *_unconfirmed(facts.unconfirmed),
            Heading("When facts were read"),
            Para(
                f"The oldest help fact in this pack was read in its source on *{facts.read_on}*. "
                f"Use the pack until *{facts.review_by}*; then it is to be read again."
            ),
            Heading("Licence and credits"),
            *(Para(text) for text in words.licence),
            Heading("Sources"),
            Bullets(words.sources),
        ],
    )


def plan(lesson: Lesson) -> Flow:
    """The session plan as a paper to change: everything of the designed one, from top to bottom."""
    words, school = lesson.words, lesson.school
    stops = {stop.number: stop for stop in lesson.stops}
    rows = []
    for step in lesson.steps:
        said = step.text
        if step.film:
            said += "".join(f" Pause {n} at {stop.at}, {stop.minutes} minutes. {stop.who}. {stop.question}" for n, stop in stops.items())
        rows.append((f"{step.start} ({minutes_words(step.minutes)} min)", step.what, said))
    return Flow(
        title=f"{lesson.facts.film}: session plan",
        kind=f"{words.topic}. Ages {lesson.facts.ages}. {lesson_minutes(lesson.minutes)}. In class or small groups, never in an assembly.",
        blocks=[
            Heading("You need"),
            Bullets(words.need),
            Heading("By the end, each pupil can say"),
            Bullets(lesson.outcomes),
            Heading("Before the lesson"),
            Bullets([f"*{note.title}.* {note.text}" for note in school.first]),
            Heading("The lesson, minute by minute"),
            Table(head=("Start", "What", "You and the class"), rows=rows, shares=(0.6, 0.8, 3)),
            Heading("At each pause"),
            *(Para(f"*Pause {stop.number}, {stop.at}. {stop.question}* {stop.notes}") for stop in lesson.stops),
            Heading("At any time you may hear"),
            Table(head=("You may hear", "You can say"), rows=[(heard.says, heard.answer) for heard in words.hear], shares=(1, 1.6)),
            Heading("The cards: one way to pair them"),
            Table(
                head=("A sign", "In the film", "What helps"),
                rows=[(pair.sign.label, pair.at, ". ".join(card.label for card in pair.helps) + ".") for pair in lesson.pairs],
                shares=(1, 0.5, 1.4),
            ),
            Heading("Words to know"),
            Bullets([f"*{word.word}:* {word.means}" for word in words.words]),
            Heading("Make it fit your class"),
            Bullets([*(f"*{fit.who}:* {fit.how}" for fit in school.fit), f"*Stretch:* {words.stretch}"]),
            Heading(school.told.title),
            Quote(f"“{school.told.say}”"),
            Bullets(school.told.points),
            Heading("Where help is, for pupils"),
            Routes(lesson.routes),
        ],
    )


def sheet(lesson: Lesson) -> Flow:
    """The pupil sheet as a paper to change."""
    blocks: list[Block] = []
    for number, task in enumerate(lesson.words.sheet.tasks, 1):
        blocks.append(Heading(f"{number}  {task.ask}"))
        if task.match:
            length = max(len(lesson.signs), len(lesson.helps))
            labels = [[card.label for card in cards] + [""] * (length - len(cards)) for cards in (lesson.signs, lesson.helps)]
            blocks.append(Table(head=("A sign", "What helps"), rows=list(zip(*labels, strict=True)), shares=(1, 1)))
        blocks.append(Lines(task.lines or (6 if task.box else 0)))
    blocks += [Heading(lesson.school.always.headline), Routes(lesson.routes)]
    return Flow(title=lesson.words.sheet.title, kind=f"{lesson.facts.film}, ages {lesson.facts.ages}", blocks=blocks)


def easy(lesson: Lesson) -> Flow:
    """The easy-read sheet's words, in order, as a paper to change."""
    rows = [Shown(row.glyph, " ".join(row.says)) for row in lesson.words.easy.rows]
    return Flow(title=lesson.words.easy.title, kind="Easy read", blocks=[*rows, Routes(lesson.routes)])


def guide(home: Home) -> Flow:
    """The parents' guide as a paper to change, and as a page."""
    words = home.words.guide
    return Flow(
        title=home.facts.film,
        kind=home.words.topic,
        blocks=[
            Para(words.intro),
            Heading(words.signs_title),
            Bullets([f"*{sign.label}.* {sign.text}" for sign in home.signs]),
            Para(words.signs_after),
            Heading(words.start_title),
            Bullets(words.start),
            Heading(words.together_title),
            Bullets(words.together),
            Heading(words.told_title),
            Steps([(note.title, note.text) for note in words.told]),
            Heading(words.helps_title),
            Bullets(words.helps),
            Heading(words.harms_title),
            Bullets(words.harms),
            Heading(words.blackmail_title),
            Para(words.blackmail),
            Heading(words.help_title),
            Quote(words.help_headline),
            Routes((*home.routes, *((home.childline,) if home.childline else ()))),
            Para(words.yourself),
            Para(words.after),
            Heading(words.figures_title),
            Bullets([f"*{figure.percent}%* {figure.text}" for figure in words.figures]),
            Para(words.figures_source),
        ],
    )


def _section(section: Section) -> list[Block]:
    blocks: list[Block] = [Heading(section.title)]
    blocks += [Para(section.text)] if section.text else []
    blocks += [Bullets(section.points)] if section.points else []
    return blocks


def _unconfirmed(open_points: tuple[str, ...]) -> list[Block]:
    return [Heading("What nobody has confirmed yet"), Bullets(open_points)] if open_points else []
