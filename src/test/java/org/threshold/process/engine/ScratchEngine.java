package org.threshold.process.engine;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.process.Catalogue;

/** A second engine in a database of its own, with tables that it made itself, beside the product's engine. */
public final class ScratchEngine implements AutoCloseable {

    private final JdbcClient server;
    private final String name;
    private final HikariDataSource database;
    private ProcessEngine engine;

    public ScratchEngine(DataSource product, String name) {
        HikariDataSource pool = (HikariDataSource) product;
        this.server = JdbcClient.create(product);
        this.name = name;
        server.sql("drop database if exists " + name).update();
        server.sql("create database " + name).update();
        database = new HikariDataSource();
        database.setJdbcUrl(pool.getJdbcUrl().replaceFirst("/[^/?]+(?=\\?|$)", "/" + name));
        database.setUsername(pool.getUsername());
        database.setPassword(pool.getPassword());
        database.setMaximumPoolSize(3);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Hardened like the product's engine, but without the look through each model. */
    ScratchEngine hardenedOnly(Catalogue catalogue) {
        StandaloneProcessEngineConfiguration settings = settings();
        EngineSafety.harden(settings, catalogue);
        engine = settings.buildProcessEngine();
        return this;
    }

    /** As the engine comes. */
    ScratchEngine plain() {
        engine = settings().buildProcessEngine();
        return this;
    }

    /** As the engine comes, with all the history that it can write. */
    public ScratchEngine withFullHistory() {
        StandaloneProcessEngineConfiguration settings = settings();
        settings.setHistory(ProcessEngineConfigurationImpl.HISTORY_FULL);
        engine = settings.buildProcessEngine();
        return this;
    }

    private StandaloneProcessEngineConfiguration settings() {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName(name);
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        settings.setHistory("none");
        settings.setEnforceHistoryTimeToLive(false);
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        return settings;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        database.close();
        server.sql("drop database " + name + " with (force)").update();
    }
}
