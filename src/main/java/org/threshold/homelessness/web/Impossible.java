package org.threshold.homelessness.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.threshold.homelessness.NotPossible;

/** Says what the law, or where the case stands, does not allow. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Impossible {

    @ExceptionHandler(NotPossible.class)
    ModelAndView notPossible(NotPossible e) {
        ModelAndView page = new ModelAndView("failure");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("heading", "This is not possible");
        page.addObject("message", e.getMessage());
        return page;
    }
}
