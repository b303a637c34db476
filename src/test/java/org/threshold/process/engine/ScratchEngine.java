package org.threshold.process.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.threshold.process.Catalogue;

/** A second engine in a schema of its own that it made itself, beside the product's engine. */
final class ScratchEngine {

    private ScratchEngine() {
    }

    /** Hardened like the product's engine, but without the look through each model. */
    static ProcessEngine hardenedOnly(DataSource database, String schema, Catalogue catalogue) {
        StandaloneProcessEngineConfiguration engine = plain(database, schema);
        EngineSafety.harden(engine, catalogue);
        return engine.buildProcessEngine();
    }

    static StandaloneProcessEngineConfiguration plain(DataSource database, String schema) {
        JdbcClient.create(database).sql("drop schema if exists " + schema + " cascade").update();
        JdbcClient.create(database).sql("create schema " + schema).update();
        StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(schema);
        engine.setDataSource(new InSchema(database, schema));
        engine.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        engine.setHistory("none");
        engine.setEnforceHistoryTimeToLive(false);
        engine.setJobExecutorActivate(false);
        engine.setMetricsEnabled(false);
        return engine;
    }

    /** Each connection looks into the schema while it is borrowed, and into the product's again afterwards. */
    private static final class InSchema extends DelegatingDataSource {

        private final String schema;

        InSchema(DataSource target, String schema) {
            super(target);
            this.schema = schema;
        }

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            java.sql.Connection connection = super.getConnection();
            path(connection, schema);
            return (java.sql.Connection) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[] {java.sql.Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close") && !connection.isClosed()) {
                            path(connection, "threshold, engine");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }

        private static void path(java.sql.Connection connection, String path) throws java.sql.SQLException {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute("set search_path to " + path);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
