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
        Object answer = new Failures(null, null).tooSlow(new QueryTimeoutException("canceling statement"),
                new MockHttpServletRequest("GET", "/api/steps"));
        assertThat(answer).isInstanceOfSatisfying(ResponseEntity.class, said -> {
            assertThat(said.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(((ProblemDetail) said.getBody()).getDetail()).contains("Try again in a minute")
                    .doesNotContain("canceling");
        });
    }
}
