package org.threshold.casepage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threshold.casepage.web.ModelOutline.Element;
import org.threshold.process.CaseProgress.ProcessProgress;

/** The list beside the diagram of {@code homelessness-approach}. */
class ModelOutlineTest {

    @Test
    void stepsAreReadFromLeftToRightAndThenDown() throws IOException {
        List<String> steps = ModelOutline.of(model()).stream().filter(Element::step).map(Element::id).toList();

        assertThat(steps).containsExactly("call_firstContact", "call_interimAccommodation",
                "call_assessmentAndPlan", "call_preventionDuty", "call_reliefDuty", "call_homelessnessDecision",
                "call_accommodationAfterNonCooperation", "call_localConnectionReferral", "call_tellChildrensServices",
                "call_intentionalHomelessness", "call_mainDuty", "task_closeCase");
    }

    @Test
    void theLadderOfALateStepIsNoStageOfTheWayUnlessItIsClimbed() throws IOException {
        assertThat(names(Set.of("call_firstContact"))).doesNotContain("Climb the overdue ladder");
        assertThat(names(Set.of("call_firstContact", "call_overdueStep"))).contains("Climb the overdue ladder");
    }

    private static List<String> names(Set<String> current) throws IOException {
        ProcessProgress progress = new ProcessProgress("homelessness-approach", "Homelessness approach", 1, "1",
                current, Set.of(), model());
        return ProgressView.of(List.of(progress), "/cases/1").get(0).items().stream().map(ProgressView.Item::name)
                .toList();
    }

    private static String model() throws IOException {
        return Files.readString(Path.of("bpmn/homelessness-approach/homelessness-approach.bpmn"));
    }
}
