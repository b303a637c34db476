package org.threshold.moveon.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.Route;
import org.threshold.moveon.RouteFacts;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The route by which a home is looked for. Going back is not among the choices where there is abuse or violence. */
@Component
class ChooseRouteStep implements StepHandler {

    private final MoveOns moveOns;

    ChooseRouteStep(MoveOns moveOns) {
        this.moveOns = moveOns;
    }

    @Override
    public String formKey() {
        return "choose-route";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Optional<String> never = moveOns.noReturnHome(step.caseReference());
        Map<String, String> routes = new LinkedHashMap<>();
        for (Route route : Route.values()) {
            if (route != Route.RETURN_HOME || never.isEmpty()) {
                routes.put(route.name(), route.words());
            }
        }
        Map<String, String> beside = new LinkedHashMap<>();
        never.ifPresent(why -> beside.put("Return home", why));
        moveOns.running(step.caseReference()).ifPresent(way -> moveOns.routes(way).stream().findFirst()
                .ifPresent(last -> beside.put("Route so far", last.route().words() + ". " + last.why())));
        return Map.of("options", Map.of("routes", routes), "beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return "RETURN_HOME".equals(values.get("route")) ? moveOns.noReturnHome(step.caseReference())
                .map(why -> List.of(new FieldError("route", why))).orElse(List.of()) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Route route = answers.code("route", Route.class);
        LocalDate review = moveOns.choose(step.caseReference(), route, answers.text("routeWhy"));
        return new HashMap<>(RouteFacts.chosen(route, review));
    }
}
