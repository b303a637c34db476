package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.board.Workload.OfficerLoad;
import org.threshold.board.Workload.TeamLoad;
import org.threshold.board.WorkloadMoves.HandedOver;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.StepWork;

/** Who holds how much, who sees it, who is away, and work that goes from one to another in one commit. */
class WorkloadTest extends WorkloadFixture {

    @Autowired private Workload workload;
    @Autowired private WorkloadLeave leave;
    @Autowired private WorkloadMoves bulk;
    @Autowired private StepWork work;
    @Autowired private RestrictedCases restricted;

    @Test
    void aTeamsNumbersAndItsPeoplesAreCountedFromWhatLiesWithThem() {
        String late = held(crew, crew.first(), days(-2));
        String waits = held(crew, crew.first(), days(40));
        Acting.as(crew.first(), () -> moves.putOnHold(waits, HoldReason.APPLICANT, today().plusDays(3)));
        step(crew, days(2));
        measured(crew, "task_x", crew.first(), 3, 1L, 60);
        measured(crew, "task_x", crew.second(), 20, 10L, 60);
        measured(crew, "task_x", crew.first(), 60, 40L, 60);
        measured(crew, "task_x", crew.second(), 5, null, 60);

        TeamLoad team = mine();

        assertThat(team.load()).isEqualTo(new Load(3, 1, 1, 1, clock.instant()));
        assertThat(team.unowned().open()).isEqualTo(1);
        assertThat(team.flow()).as("the three of today, and those of before").isEqualTo(new InAndOut(5, 1, 6, 2));
        assertThat(team.officers()).extracting(OfficerLoad::name)
                .as("by name, and by nothing else").isSorted().hasSize(3);
        assertThat(officer(team, crew.first()).load()).isEqualTo(new Load(2, 1, 0, 1, clock.instant()));
        assertThat(officer(team, crew.first()).flow()).isEqualTo(new InAndOut(3, 1, 3, 1));
        assertThat(officer(team, crew.second()).flow()).isEqualTo(new InAndOut(1, 0, 2, 1));
        assertThat(late).isNotNull();
    }

    @Test
    void peopleAreSeenByTheirOwnLeaderAndTheServiceManagerOnly() {
        held(crew, crew.first(), days(1));
        Crew other = newCrew();

        assertThat(mine().officers()).isNotEmpty();
        TeamLoad fromOutside = Acting.as(other.leader(), this::mine);
        assertThat(fromOutside.load().open()).isEqualTo(1);
        assertThat(fromOutside.own()).isFalse();
        assertThat(fromOutside.officers()).isEmpty();
        assertThat(Acting.as("manager", this::mine).officers()).hasSize(3);
        assertThatThrownBy(() -> Acting.as(crew.first(), () -> workload.teams())).isInstanceOf(NotPermitted.class);
    }

    /** Somebody who leads one team and works in another sees the people of the first. */
    @Test
    void beingALeaderInTheTeamIsNotLeadingIt() {
        Crew other = newCrew();
        asService(() -> {
            accounts.join(other.leader(), Set.of(other.team(), crew.team()));
            return null;
        });

        assertThat(Acting.as(other.leader(), this::mine).officers()).isEmpty();
    }

    @Test
    void aCaseThatIsHiddenIsNotCounted() {
        CaseReference hidden = newCase(crew);
        step(crew, hidden, days(-1));
        step(crew, days(-1));
        Acting.as("manager", () -> restricted.restrict(hidden, RestrictionKind.OTHER, "A relative works here",
                "manager", List.of()));

        assertThat(mine().load().open()).isEqualTo(1);
        assertThat(Acting.as("manager", this::mine).load().open()).isEqualTo(2);
    }

    @Test
    void leaveIsKeptByTheOwnLeaderAndShown() {
        leave.record(crew.first(), today(), today().plusDays(6));
        leave.record(crew.second(), today().plusDays(2), today().plusDays(3));

        assertThat(mine().away()).isEqualTo(1);
        assertThat(officer(mine(), crew.second()).leave()).singleElement()
                .satisfies(each -> assertThat(each.firstDay()).isEqualTo(today().plusDays(2)));
        Leave first = leave.coming().get(0);
        assertThat(first.username()).isEqualTo(crew.first());
        Crew other = newCrew();
        assertThatThrownBy(() -> Acting.as(other.leader(), () -> leave.record(crew.first(), today(), today())))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> Acting.as(other.leader(), () -> leave.remove(first.id())))
                .isInstanceOf(NotPermitted.class);
        assertThat(Acting.as(other.leader(), () -> leave.coming())).isEmpty();
        assertThatThrownBy(() -> leave.record(crew.first(), today(), today().minusDays(1)))
                .hasMessageContaining("first day or later");

        leave.remove(first.id());
        assertThat(leave.coming()).extracting(Leave::username).containsExactly(crew.second());
        assertThat(jdbc.sql("select count(*) from audit_entry where action in ('leave.recorded', 'leave.removed')"
                + " and subject = ?").param(crew.first()).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void whatMovedMeanwhileIsToldByNameAndTheRestGoesInOneCommit() {
        String stays = held(crew, crew.first(), days(1));
        String goneBack = held(crew, crew.first(), days(2));
        String done = held(crew, crew.first(), days(3));
        Acting.as(crew.first(), () -> moves.handToPerson(goneBack, crew.leader(), ""));
        Acting.as(crew.first(), () -> work.complete(done, Map.of("whatWasSaid", List.of("Yes"),
                "meet", List.of("no"))));

        HandedOver result = bulk.handOver(crew.first(), List.of(stays, goneBack, done), crew.second(), "Annual leave");

        assertThat(result.moved()).isEqualTo(1);
        assertThat(ownerOf(stays)).isEqualTo(crew.second());
        assertThat(ownerOf(goneBack)).isEqualTo(crew.leader());
        assertThat(result.left()).hasSize(2)
                .anyMatch(each -> each.matches("‘Ask questions’ \\(TH-.*\\) was ended meanwhile by Ash of .*\\."))
                .anyMatch(each -> each.matches("‘Ask questions’ \\(TH-.*\\) is held by Lee of .* meanwhile\\."));
        assertThat(jdbc.sql("select reason from audit_entry where action = 'step.handedOver' and subject = ?")
                .param(stays).query(String.class).list()).containsExactly("Annual leave");
    }

    @Test
    void ofStepsOneOfWhichMayNotBeGivenNoneIs() {
        String easy = held(crew, crew.first(), days(1));
        String knows = held(crew, crew.first(), days(2));
        jdbc.sql("update worklist_step set role = 'SENIOR_OFFICER' where step_id = ?").param(knows).update();

        assertThatThrownBy(() -> bulk.handOverAll(crew.first(), crew.second(), "Leave"))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("needs at least a senior");

        assertThat(List.of(ownerOf(easy), ownerOf(knows))).containsOnly(crew.first());
    }

    @Test
    void whatALeaverHeldIsListedAndGoesBackToTheTeam() {
        String left = held(crew, crew.first(), days(1));
        asService(() -> {
            accounts.join(crew.first(), Set.of());
            return null;
        });

        assertThat(officer(mine(), crew.first()).left()).isTrue();
        assertThat(bulk.handOverAll(crew.first(), null, "Left the council").moved()).isEqualTo(1);
        assertThat(ownerOf(left)).isEqualTo("nobody");
        assertThat(mine().officers()).extracting(OfficerLoad::username).doesNotContain(crew.first());
    }

    private TeamLoad mine() {
        return workload.teams().stream().filter(each -> each.team().key().equals(crew.team())).findFirst()
                .orElseThrow();
    }

    private static OfficerLoad officer(TeamLoad team, String username) {
        return team.officers().stream().filter(each -> each.username().equals(username)).findFirst().orElseThrow();
    }
}
