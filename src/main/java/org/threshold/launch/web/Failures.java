package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.FactsMissing;
import org.threshold.clock.CalendarUnknown;
import org.threshold.clock.RuleNotInForce;
import org.threshold.worklist.AtOnce;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.StepRefused;

/** Turns what went wrong into a page, or for the API into a problem document, in the user's words. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final LayoutAdvice layout;
    private final RefusalRecord record;

    Failures(LayoutAdvice layout, RefusalRecord record) {
        this.layout = layout;
        this.record = record;
    }

    @ExceptionHandler(NotPermitted.class)
    Object notPermitted(NotPermitted e, HttpServletRequest request) {
        record.refused(e, request);
        return answer(request, HttpStatus.FORBIDDEN, "You cannot do this", e.getMessage());
    }

    @ExceptionHandler(StepGone.class)
    Object stepGone(StepGone e, HttpServletRequest request) {
        return answer(request, HttpStatus.CONFLICT, "This step has moved on", e.getMessage());
    }

    @ExceptionHandler(StepRefused.class)
    Object stepRefused(StepRefused e, HttpServletRequest request) {
        return answer(request, HttpStatus.CONFLICT, "This is not possible", e.getMessage());
    }

    @ExceptionHandler(FactsMissing.class)
    Object factsMissing(FactsMissing e, HttpServletRequest request) {
        return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, "Something is missing", e.getMessage() + ".");
    }

    @ExceptionHandler(CalendarUnknown.class)
    Object calendarUnknown(CalendarUnknown e, HttpServletRequest request) {
        return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, "The calendar does not go that far", e.getMessage());
    }

    @ExceptionHandler(RuleNotInForce.class)
    Object ruleNotInForce(RuleNotInForce e, HttpServletRequest request) {
        return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, "The rule was not law on that day", e.getMessage());
    }

    /** The same words for a case that never was and for one that is hidden from whoever asks. */
    @ExceptionHandler(NoSuchCase.class)
    Object noSuchCase(NoSuchCase e, HttpServletRequest request) {
        record.notFound(request);
        return answer(request, HttpStatus.NOT_FOUND, "Page not found", "There is nothing at this address. Some cases are open "
                + "to named people only, and do not exist for anybody else. If somebody’s safety depends on one, ask a "
                + "team leader, who can open a restricted case in an emergency.");
    }

    @ExceptionHandler(NoSuchElementException.class)
    Object notFound(NoSuchElementException e, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "Page not found", "There is nothing at this address.");
    }

    /** Such as a page that counts much while the database has other things to do; who asked can only ask again. */
    @ExceptionHandler(QueryTimeoutException.class)
    Object tooSlow(QueryTimeoutException e, HttpServletRequest request) {
        LOG.warn("No answer in time at {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "This takes too long just now",
                "The service is busy and has stopped trying. " + (HttpMethod.GET.matches(request.getMethod())
                        ? "Nothing was changed. Try again in a minute."
                        : "Look whether what you wanted to change is changed, before you try again in a minute."));
    }

    /** The library throws it for a description that is not there. */
    @ExceptionHandler(OpenApiResourceNotFoundException.class)
    Object noSuchDescription(OpenApiResourceNotFoundException e, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "Page not found", "There is nothing at this address.");
    }

    /** Whatever the framework refuses (wrong method, unreadable values, missing pages) says its own status. */
    @ExceptionHandler(Exception.class)
    Object anythingElse(Exception e, HttpServletRequest request) {
        if (e instanceof org.springframework.security.access.AccessDeniedException denied) {
            throw denied;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        if (e instanceof ErrorResponse known) {
            return framework(known, request);
        }
        if (isBadRequest(e)) {
            return answer(request, HttpStatus.BAD_REQUEST, "We could not read that request",
                    "Something in what was sent could not be understood. Nothing was changed. Go back and try again.");
        }
        if (AtOnce.is(e)) {
            return answer(request, HttpStatus.CONFLICT, "Someone else was quicker", AtOnce.SENTENCE + ".");
        }
        LOG.error("Unexpected failure at {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "Sorry, something went wrong",
                "Nothing was changed. Go back and try again; if it happens again, tell your team leader.");
    }

    private static boolean isBadRequest(Exception e) {
        return e instanceof org.springframework.beans.TypeMismatchException
                || e instanceof org.springframework.http.converter.HttpMessageNotReadableException
                || e instanceof org.springframework.web.bind.ServletRequestBindingException
                || e instanceof org.springframework.validation.BindException;
    }

    private Object framework(ErrorResponse e, HttpServletRequest request) {
        HttpStatusCode status = e.getStatusCode();
        return switch (status.value()) {
            case 404 -> answer(request, status, "Page not found", "There is nothing at this address.");
            case 405 -> answer(request, status, "You cannot do that here", "This address does not take that kind of "
                    + "request. Nothing was changed.");
            case 413 -> answer(request, status, "That is too much at once", "What was sent is too large. Nothing was "
                    + "changed.");
            case 415, 406 -> answer(request, status, "We could not read that request", "It was sent in a form that "
                    + "this address does not take. Nothing was changed.");
            default -> answer(request, status, "We could not do that", "Something in what was sent could not be "
                    + "understood. Nothing was changed. Go back and try again.");
        };
    }

    private Object answer(HttpServletRequest request, HttpStatusCode status, String title, String message) {
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
            problem.setTitle(title);
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        ExtendedModelMap frame = new ExtendedModelMap();
        layout.frame(frame, request);
        ModelAndView page = new ModelAndView("failure", frame);
        page.setStatus(status);
        page.addObject("heading", title);
        page.addObject("message", message);
        return page;
    }
}
