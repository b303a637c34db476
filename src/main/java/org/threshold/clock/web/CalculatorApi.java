package org.threshold.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.clock.CalendarUnknown;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRules;
import org.threshold.clock.Deadlines;
import org.threshold.clock.RuleNotInForce;

/** The deadline calculator for programs. */
@RestController
@Needs(Permission.USE_CALCULATOR)
@Tag(name = "Clocks", description = "Deadlines computed from the law, without a case")
class CalculatorApi {

    private final Deadlines deadlines;
    private final ClockRules rules;

    CalculatorApi(Deadlines deadlines, ClockRules rules) {
        this.deadlines = deadlines;
        this.rules = rules;
    }

    @GetMapping(path = "/api/clocks/calculate", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "First and last day of a statutory clock")
    @ApiResponse(responseCode = "200", description = "lastDay is null where the rule sets no number")
    @ApiResponse(responseCode = "400", description = "The kind or the trigger day cannot be read",
            content = @Content(mediaType = "application/problem+json",
                    schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "422", description = "The rule was not law on that day, or the calendar does not reach",
            content = @Content(mediaType = "application/problem+json",
                    schema = @Schema(implementation = ProblemDetail.class)))
    Calculation calculate(
            @Parameter(schema = @Schema(implementation = ClockKind.class), required = true)
            @RequestParam(required = false) String kind,
            @Parameter(description = "The trigger day", example = "2026-06-01", required = true)
            @RequestParam(required = false) String trigger) {
        ClockKind known = CalculatorController.kind(kind).orElseThrow(() -> new Unreadable("Give kind as one of "
                + Arrays.toString(ClockKind.values())));
        TypedDay day = TypedDay.read(Map.of("trigger", trigger == null ? "" : trigger), "trigger", "Trigger day");
        if (day.isWrong()) {
            throw new Unreadable("Give trigger as a day between " + TypedDay.FIRST_YEAR + " and " + TypedDay.LAST_YEAR
                    + ", like 2026-06-01");
        }
        return Calculation.of(rules.of(known, day.value()), day.value(), deadlines.calculate(known, day.value()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(Unreadable problem) {
        return problem(HttpStatus.BAD_REQUEST, "The question cannot be read", problem.getMessage());
    }

    @ExceptionHandler({CalendarUnknown.class, RuleNotInForce.class})
    ResponseEntity<ProblemDetail> cannotCalculate(RuntimeException problem) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "The deadline cannot be calculated", problem.getMessage());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(title);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }

    private static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
