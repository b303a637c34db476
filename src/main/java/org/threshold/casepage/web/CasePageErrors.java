package org.threshold.casepage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.threshold.casefile.MistypedReference;
import org.threshold.casefile.UnknownCase;

/** An address with a reference that no case has, or that is mistyped, leads to the page for what is not found. */
@ControllerAdvice(basePackageClasses = CasePageErrors.class)
class CasePageErrors {

    @ExceptionHandler({UnknownCase.class, MistypedReference.class})
    void notFound(RuntimeException cause, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value(), cause.getMessage());
    }
}
