package org.threshold.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Directory;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.SessionRegistry;
import org.threshold.access.SignInDetails;
import org.threshold.access.SignInSettings;
import org.threshold.access.UploadPlace;

/**
 * Who gets in by which door. Everything needs a signed-in person unless it is named here; what a person may do once
 * inside is decided in the services.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityChains {

    private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'",
            "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self' data:",
            "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    private final Directory directory;
    private final SessionRegistry sessions;
    private final SignInSettings settings;
    private final List<UploadPlace> uploads;

    SecurityChains(Directory directory, SessionRegistry sessions, SignInSettings settings,
                   List<UploadPlace> uploads) {
        this.directory = directory;
        this.sessions = sessions;
        this.settings = settings;
        this.uploads = uploads;
    }

    @Bean
    static PasswordEncoder passwordEncoder(@Value("${threshold.access.bcrypt-strength:12}") int strength) {
        return new BCryptPasswordEncoder(strength);
    }

    /** What anybody may ask without an account, besides the sign-in page and the assets. All else is denied. */
    private static final String REFER = "/refer";
    private static final String REFERRAL_STATUS = "/refer/status";
    private static final String REFERRALS_API = "/api/referrals";
    private static final String CALENDARS = "/calendar/*.ics";
    private static final String REFERRALS_DESCRIPTION = "/v3/api-docs/referrals";

    /** Other systems: a token or HTTP Basic on each call, no session, therefore no CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemAnswers problems, BearerTokens tokens, CurrentOfficer current,
                            Permissions permissions) throws Exception {
        basic(http, problems);
        tokens.open(http);
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityChains::headers)
                .addFilterAfter(new AccountGuard(directory, sessions), BasicAuthenticationFilter.class)
                // Who sends is known by a header of this very call, so not before it was looked at.
                .addFilterAfter(uploads(current, permissions, problems), AccountGuard.class)
                .addFilterAfter(new UploadReader(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // A browser may remember credentials; a page of another site cannot use them.
                        .requestMatchers(SecurityChains::fromAnotherSite).denyAll()
                        .requestMatchers(HttpMethod.POST, REFERRALS_API).permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    /** The description of the API, for a signed-in person or with HTTP Basic. */
    @Bean
    @Order(2)
    SecurityFilterChain apiDocs(HttpSecurity http, ProblemAnswers problems, BearerTokens tokens) throws Exception {
        basic(http, problems);
        tokens.open(http);
        return http.securityMatcher("/v3/**")
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityChains::headers)
                .addFilterAfter(UploadGuard.closed(), SecurityContextHolderFilter.class)
                .addFilterAfter(new AccountGuard(directory, sessions), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET, REFERRALS_DESCRIPTION).permitAll()
                        .requestMatchers(HttpMethod.GET, "/v3/**").authenticated()
                        .anyRequest().denyAll())
                .build();
    }

    /** Passwords on calls only while they open the page too. */
    private void basic(HttpSecurity http, ProblemAnswers problems) throws Exception {
        if (settings.local()) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
    }

    /** The provider tells that somebody signed out there: its signature, or a session's number, says who it is. */
    @Bean
    @Order(3)
    SecurityFilterChain providerSignsOut(HttpSecurity http) throws Exception {
        return http.securityMatcher(ProviderSignOut.BACK, ProviderSignOut.FRONT)
                .addFilterAfter(UploadGuard.closed(), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, failure) -> response.sendError(404)))
                .headers(SecurityChains::headers)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.POST, ProviderSignOut.BACK).permitAll()
                        .requestMatchers(HttpMethod.GET, ProviderSignOut.FRONT).permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    /**
     * The pages on which public bodies refer: no account and no session, whoever is signed in. The token against forged
     * forms is kept in a cookie of these pages alone; a form without it comes back to be looked at again.
     */
    @Bean
    @Order(4)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(REFER, REFER + "/**")
                .addFilterAfter(UploadGuard.closed(), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(publicTokens()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.accessDeniedHandler(SecurityChains::lookAgain)
                        .authenticationEntryPoint((request, response, failure) -> response.sendError(404)))
                .headers(SecurityChains::headers)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.FORWARD).permitAll()
                        .requestMatchers(HttpMethod.GET, REFER, REFERRAL_STATUS).permitAll()
                        .requestMatchers(HttpMethod.POST, REFER, REFERRAL_STATUS).permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    /** Officers' calendars, read by programs that cannot sign in: the address itself is the key, and there is no session. */
    @Bean
    @Order(5)
    SecurityFilterChain calendars(HttpSecurity http) throws Exception {
        return http.securityMatcher(CALENDARS)
                .addFilterAfter(UploadGuard.closed(), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, failure) -> response.sendError(404)))
                .headers(SecurityChains::headers)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET, CALENDARS).permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    private static CookieCsrfTokenRepository publicTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("threshold-refer");
        tokens.setCookiePath(REFER);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private static void lookAgain(HttpServletRequest request, HttpServletResponse response,
                                  AccessDeniedException denied) throws IOException, ServletException {
        if (denied instanceof CsrfException && request.getServletPath().equals(REFER)) {
            request.getRequestDispatcher("/refer/again").forward(request, response);
        } else if (denied instanceof CsrfException && request.getServletPath().equals(REFERRAL_STATUS)) {
            response.sendRedirect(REFERRAL_STATUS);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http, AfterSignIn afterSignIn, SignInDoor door, OwnedTokens tokens,
                              SignOut signOut, CurrentOfficer current, Permissions permissions,
                              ProviderSignIn provider, KnownBrowsers browsers) throws Exception {
        passwords(http, afterSignIn, browsers);
        provider.open(http, afterSignIn);
        return http
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(out -> out.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessHandler(signOut)
                        .deleteCookies("threshold"))
                .sessionManagement(session -> session.sessionFixation(fix -> fix.changeSessionId()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(SecurityChains::headers)
                .addFilterAfter(new AccountGuard(directory, sessions), SecurityContextHolderFilter.class)
                .addFilterAfter(uploads(current, permissions, door), AccountGuard.class)
                .addFilterAfter(new UploadReader(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/assets/**", "/favicon.ico", "/error", SignInDoor.PATH).permitAll()
                        .requestMatchers(HttpMethod.GET, SignInDoor.PATH + "/provider", SignOut.BACK,
                                SignInDoor.PATH + "/not-admitted").permitAll()
                        .requestMatchers("/administration/people/**", "/administration/teams/**")
                        .access(may(Permission.MANAGE_PEOPLE, current, permissions))
                        .requestMatchers("/demonstration/**")
                        .access(may(Permission.MOVE_SERVICE_DATE, current, permissions))
                        .anyRequest().authenticated())
                .build();
    }

    private void passwords(HttpSecurity http, AfterSignIn afterSignIn, KnownBrowsers browsers) throws Exception {
        if (settings.local()) {
            http.formLogin(form -> form.loginPage(SignInDoor.PATH).loginProcessingUrl(SignInDoor.PATH)
                    .authenticationDetailsSource(request -> new SignInDetails(request, browsers.knows(
                            String.valueOf(request.getParameter("username")).trim().toLowerCase(Locale.ROOT), request)))
                    .successHandler(afterSignIn).failureHandler(refused()));
        }
    }

    private static AuthorizationManager<RequestAuthorizationContext> may(Permission permission,
                                                                         CurrentOfficer current,
                                                                         Permissions permissions) {
        return (authentication, context) -> new AuthorizationDecision(
                isSignedIn(authentication.get()) && permissions.allows(current.get(), permission));
    }

    private UploadGuard uploads(CurrentOfficer current, Permissions permissions, AccessDeniedHandler refusal) {
        return new UploadGuard(uploads, permission -> permissions.allows(current.get(), permission), refusal);
    }

    /** A neighbour under the same domain is another site too. Only browsers send these headers. */
    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? request.getHeader("Origin") != null : !Set.of("same-origin", "none").contains(site);
    }

    private static boolean isSignedIn(Authentication authentication) {
        return authentication != null && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, failure) -> response.sendRedirect(SignInDoor.PATH
                + (failure instanceof LockedException ? "?wait" : "?wrong")
                + "&continue=" + SignInDoor.encoded(SafePath.of(request.getParameter("continue"))));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny())
                .cacheControl(Customizer.withDefaults());
    }
}
