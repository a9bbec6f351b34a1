"""In: the campaign's data files (theme, profile, help routes, cast, signs). Out: the same as checked values."""

from animkit.campaign.load import Campaign, load
from animkit.campaign.model import Action, Band, Character, HelpRoute, Sign
from animkit.campaign.profile import BandRules, Profile
from animkit.campaign.project import Project

__all__ = ["Action", "Band", "BandRules", "Campaign", "Character", "HelpRoute", "Profile", "Project", "Sign", "load"]
