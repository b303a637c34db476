package org.threshold.homelessness;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The law, or where the case stands, does not allow this. The message is shown to the officer. */
@ResponseStatus(HttpStatus.CONFLICT)
public class NotPossible extends RuntimeException {

    public NotPossible(String message) {
        super(message);
    }
}
