package org.threshold;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.context.WebApplicationContext;

/**
 * The test kit's {@code csrf()} exchanges, in the running service, who makes the tokens against forged forms, and leaves
 * it so for all tests that follow. Whoever uses it puts the service's own back.
 */
public final class TokensPutBack {

    private TokensPutBack() {
    }

    public static void in(WebApplicationContext service) {
        MockHttpServletRequest aPage = new MockHttpServletRequest(service.getServletContext(), "GET", "/work");
        aPage.setServletPath("/work");
        WebTestUtils.setCsrfTokenRepository(aPage, service.getBean(CsrfTokenRepository.class));
    }
}
