"""Two people around a citizen and one task, for the tests of the network."""

from exit_desktop.domain.network import NetworkPerson, SupportTask
from support.courses import uid

MOTHER = NetworkPerson(uid(60), "mor", "Lise")
DOCTOR = NetworkPerson(uid(61), "læge", professional=True)
POST = SupportTask(uid(70), "Læser breve fra kommunen")
