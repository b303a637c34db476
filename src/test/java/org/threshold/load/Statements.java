package org.threshold.load;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what is sent to the database through a data source: each execution is one statement, each row of a batch too.
 * Commits are no statements. The bean wraps the service's own data source; {@link #around} wraps any other.
 */
class Statements implements BeanPostProcessor {

    private static final Pattern WHERE = Pattern.compile(
            "(?is)\\b(insert\\s+into|update|delete\\s+from|from)\\s+([a-z_.]+)");
    private volatile Map<String, AtomicInteger> counts;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? around(source) : bean;
    }

    DataSource around(DataSource source) {
        return (DataSource) proxy(source, DataSource.class, (method, result) ->
                result instanceof Connection connection ? connection(connection) : result);
    }

    /** Runs and returns how often each kind of statement was sent. */
    Map<String, Integer> during(Runnable work) {
        Map<String, AtomicInteger> counting = new TreeMap<>();
        counts = counting;
        work.run();
        counts = null;
        Map<String, Integer> counted = new TreeMap<>();
        counting.forEach((kind, count) -> counted.put(kind, count.get()));
        return counted;
    }

    private Connection connection(Connection connection) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return statement(statement, PreparedStatement.class, (String) arguments[0]);
                    }
                    return result instanceof Statement statement ? statement(statement, Statement.class, null)
                            : result;
                });
    }

    private Object statement(Statement statement, Class<?> type, String sql) {
        int[] batch = {0};
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> {
                    if (method.getName().equals("addBatch")) {
                        batch[0]++;
                    } else if (method.getName().equals("executeBatch")) {
                        count(sql, batch[0]);
                        batch[0] = 0;
                    } else if (method.getName().startsWith("execute")) {
                        count(arguments != null && arguments[0] instanceof String text ? text : sql, 1);
                    }
                    return call(statement, method, arguments);
                });
    }

    private void count(String sql, int times) {
        Map<String, AtomicInteger> counting = counts;
        if (counting != null && times > 0) {
            synchronized (counting) {
                counting.computeIfAbsent(kind(sql), kind -> new AtomicInteger()).addAndGet(times);
            }
        }
    }

    /** Such as 'insert act_ru_task': the verb and the first table. */
    private static String kind(String sql) {
        Matcher table = WHERE.matcher(sql);
        String verb = sql.strip().split("\\s+", 2)[0].toLowerCase();
        if (!table.find()) {
            return verb;
        }
        String first = table.group(1).toLowerCase().split("\\s+")[0];
        return (first.equals("from") ? "select" : first) + " " + table.group(2).toLowerCase();
    }

    private interface Change {
        Object of(String method, Object result);
    }

    private Object proxy(Object target, Class<?> type, Change change) {
        InvocationHandler handler = (self, method, arguments) ->
                change.of(method.getName(), call(target, method, arguments));
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type, AutoCloseable.class},
                handler);
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
