package org.threshold.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingTime;
import org.threshold.load.History.Place;

/** Seven years of a council: 38,000 cases, 560,000 steps at the places of the live models, two million facts. */
final class SevenYears {

    private static final int CASES = 38_000;

    private SevenYears() {
    }

    /** Writes them up to now; what is open then is open. */
    static void write(ApplicationContext service, Instant now) {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
        History history = new History(jdbc);
        history.draw(CASES, now, places(service.getBean(RepositoryService.class)), List.of("north", "south"),
                List.of("North Office", "South Office"));
        WorkingTime working = new WorkingTime(service.getBean(CouncilCalendar.class).workingDays());
        history.write(working, today.minusYears(8), today);
        jdbc.sql("vacuum analyze step_fact").update();
        jdbc.sql("vacuum analyze step_measure").update();
    }

    /** All user tasks of the live models. */
    private static List<Place> places(RepositoryService repository) {
        return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc()
                .listPage(0, 500).stream().flatMap(each -> places(repository, each).stream()).toList();
    }

    private static List<Place> places(RepositoryService repository, ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                .map(task -> new Place(definition.getKey(), task.getId()))
                .sorted(Comparator.comparing(Place::element)).toList();
    }
}
