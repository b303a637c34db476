package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;

/**
 * Every use case that the service has, found among its beans. Each has its row in {@code permissions/use-cases.txt};
 * whoever may not is refused by the very bean, before anything of it runs.
 */
class UseCaseMatrixTest extends IntegrationTest {

    private static final String ROWS = "/permissions/use-cases.txt";
    /** What says nothing is refused to everybody but the service itself. */
    private static final String SERVICE_ONLY = "THE-SERVICE-ITSELF";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private CaseRegister register;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient jdbc;

    private record UseCase(Object bean, Method method, Operation operation) {

        String name() {
            Class<?> owner = AopUtils.getTargetClass(bean);
            return owner.getName().substring("org.threshold.".length()) + "." + method.getName();
        }

        boolean isAboutACase() {
            return Arrays.stream(method.getParameterTypes()).anyMatch(CaseKey.class::isAssignableFrom);
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyUseCaseHasItsRow() {
        Map<String, Set<String>> rows = new TreeMap<>();
        useCases().forEach(each -> rows.computeIfAbsent(each.name(), none -> new TreeSet<>())
                .add(each.operation() == null ? SERVICE_ONLY : each.operation().isOpen() ? "OPEN"
                        : each.operation().permission().name()));
        TreeSet<String> found = rows.entrySet().stream().map(row -> row.getKey() + " " + String.join(" ", row.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));

        TreeSet<String> missing = new TreeSet<>(found);
        missing.removeAll(MatrixRows.of(ROWS));
        TreeSet<String> gone = new TreeSet<>(MatrixRows.of(ROWS));
        gone.removeAll(found);
        assertThat(missing).as("Ask who may, then add these rows to src/test/resources" + ROWS).isEmpty();
        assertThat(gone).as("Take these rows out of src/test/resources" + ROWS).isEmpty();
    }

    @Test
    void whoeverMayNotIsRefusedByTheUseCaseItself() {
        CaseReference ordinary = open();
        CaseReference hidden = restricted(open());
        CaseReference neverWas = CaseReferences.ofNumber(999_999_987);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Role role : Role.values()) {
            String person = person(role);
            for (UseCase each : useCases().filter(it -> it.operation() == null || !it.operation().isOpen()).toList()) {
                if (!may(role, each)) {
                    asked++;
                    expect(NotPermitted.class, person, each, ordinary, wrong);
                }
                if (each.isAboutACase()) {
                    asked += 2;
                    expect(NoSuchCase.class, person, each, hidden, wrong);
                    expect(NoSuchCase.class, person, each, neverWas, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(2000);
    }

    @Test
    void nobodyWhoIsNotSignedInGetsPastTheGuard() {
        CaseReference reference = open();
        SecurityContextHolder.clearContext();
        List<String> wrong = new ArrayList<>();
        useCases().filter(it -> it.operation() != null && !it.operation().isOpen()).forEach(each -> {
            Throwable thrown = call(each, reference);
            if (!(thrown instanceof AuthenticationCredentialsNotFoundException)) {
                wrong.add(each.name() + ": " + thrown);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** On a case that they have nothing to do with. */
    private static boolean may(Role role, UseCase each) {
        if (each.operation() == null) {
            return false;
        }
        Permission permission = each.operation().permission();
        return RolePermissionsTest.MAY.get(role).contains(permission)
                && !(each.isAboutACase() && RolePermissionsTest.ONLY_OWN_CASES.get(role).contains(permission));
    }

    private void expect(Class<? extends Throwable> refusal, String person, UseCase each, CaseReference reference,
                        List<String> wrong) {
        Throwable thrown = as(person, () -> call(each, reference));
        if (!refusal.isInstance(thrown)) {
            wrong.add(person + " " + each.name() + " " + reference + ": " + thrown + " instead of " + refusal.getSimpleName());
        }
    }

    /** With nothing but the case: whoever is refused is refused before anybody looks at the rest. */
    private static Throwable call(UseCase each, CaseReference reference) {
        Object[] arguments = Stream.of(each.method().getParameterTypes()).map(type -> value(type, reference)).toArray();
        try {
            each.method().invoke(each.bean(), arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getTargetException();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, CaseReference reference) {
        if (CaseKey.class.isAssignableFrom(type)) {
            return reference;
        }
        if (!type.isPrimitive()) {
            return null;
        }
        return type == boolean.class ? Boolean.FALSE : type == long.class ? (Object) 0L : (Object) 0;
    }

    private Stream<UseCase> useCases() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).getPackageName().startsWith("org.threshold.")
                        && !AopUtils.getTargetClass(bean).getPackageName().startsWith("org.threshold.audit"))
                .flatMap(bean -> Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .map(method -> useCase(bean, method)));
    }

    private static UseCase useCase(Object bean, Method method) {
        method.setAccessible(true);
        return new UseCase(bean, method, Operation.of(method, AopUtils.getTargetClass(bean)).orElse(null));
    }

    private CaseReference open() {
        return as("officer", () -> register.open(NewCase.atTheDesk("north",
                Person.applicant("Ursula", "Usecase", null), "For the matrix of use cases")));
    }

    private CaseReference restricted(CaseReference reference) {
        jdbc.sql("insert into case_restriction values (?, 'OTHER', 'For the matrix', 'leader2', 'matrix', now())")
                .param(reference.value()).update();
        return reference;
    }

    /** In a team that has nothing to do with the case. */
    private String person(Role role) {
        String username = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        as("admin", () -> accounts.add(new AccountDetails(username, "Umber Usecase", Set.of(role), Set.of("south"),
                true)));
        return username;
    }
}
