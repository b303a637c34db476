package org.threshold.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class FailuresTest {

    /** No fault of whoever asks and none of the service's words inside: 503, and what to do. */
    @Test
    void whatTakesTooLongCanBeAskedAgain() {
        assertThat(said("GET")).contains("Nothing was changed. Try again in a minute").doesNotContain("canceling");
        assertThat(said("POST")).contains("Look whether").doesNotContain("Nothing was changed", "canceling");
    }

    private static String said(String method) {
        ResponseEntity<?> answer = (ResponseEntity<?>) new Failures(null, null).tooSlow(
                new QueryTimeoutException("canceling statement"), new MockHttpServletRequest(method, "/api/steps"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        return ((ProblemDetail) answer.getBody()).getDetail();
    }
}
