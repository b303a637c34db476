package org.threshold.casepage.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.People;
import org.threshold.access.Team;

/** The teams for which the officer opens a case: those they work in. With one team there is nothing to choose. */
@Component
class OwnTeams {

    private final People people;
    private final CurrentOfficer officer;

    OwnTeams(People people, CurrentOfficer officer) {
        this.people = people;
        this.officer = officer;
    }

    /** By name. */
    List<Team> all() {
        return people.teams().stream().filter(team -> officer.get().teams().contains(team.key()))
                .sorted(Comparator.comparing(Team::name)).toList();
    }

    List<Option> options() {
        return all().stream().map(team -> new Option(team.key(), team.name())).toList();
    }

    /**
     * The key of the team that the field {@code team} names, or of the only team where it was not sent.
     *
     * @param whenWrong the error where it names no team of the officer's
     */
    String chosen(TypedForm form, String whenWrong) {
        List<Team> mine = all();
        if (mine.size() == 1 && !form.ticked("team")) {
            return mine.get(0).key();
        }
        if (mine.stream().noneMatch(team -> team.key().equals(form.text("team")))) {
            form.wrong("team", whenWrong);
        }
        return form.text("team");
    }
}
