package org.threshold;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Listens between the connection pool and the driver, and writes down each SQL statement of a thread that asks for it.
 * A row of a batch counts as one statement. {@code BEGIN} and {@code COMMIT} are the driver's and do not count.
 */
@Component
public class StatementCounter implements BeanPostProcessor, Ordered {

    private final ThreadLocal<List<String>> heard = new ThreadLocal<>();

    /** The statements of the work, in order. */
    public List<String> during(Runnable work) {
        List<String> statements = new ArrayList<>();
        heard.set(statements);
        try {
            work.run();
        } finally {
            heard.remove();
        }
        return statements;
    }

    /** After the pool's settings are bound. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            DataSource driver = new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
                    pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword());
            pool.setDataSource(listening(DataSource.class, driver, null));
        }
        return bean;
    }

    private <T> T listening(Class<T> type, Object target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                new Listener(target, sql)));
    }

    private final class Listener implements InvocationHandler {

        private final Object target;
        private final String sql;

        private Listener(Object target, String sql) {
            this.target = target;
            this.sql = sql;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (target instanceof Statement) {
                hear(method.getName(), arguments);
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            if (result instanceof Connection && method.getReturnType() == Connection.class && target instanceof DataSource) {
                return listening(Connection.class, result, null);
            }
            if (result instanceof PreparedStatement && method.getReturnType() == PreparedStatement.class) {
                return listening(PreparedStatement.class, result, (String) arguments[0]);
            }
            if (result instanceof Statement && method.getName().equals("createStatement")) {
                return listening(Statement.class, result, null);
            }
            return result;
        }

        private void hear(String method, Object[] arguments) {
            List<String> statements = heard.get();
            boolean counts = method.equals("addBatch") || method.equals("execute") || method.equals("executeQuery")
                    || method.equals("executeUpdate") || method.equals("executeLargeUpdate");
            if (statements != null && counts) {
                statements.add(sql != null ? sql : String.valueOf(arguments[0]));
            }
        }
    }
}
