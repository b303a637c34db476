package org.threshold.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Camunda as it comes, history full, in a database of its own on the same server. */
final class BareEngine {

    private final ApplicationContext service;

    BareEngine(ApplicationContext service) {
        this.service = service;
    }

    /** @param vacuumed kilobytes that stay when dead rows are cleared away */
    record Cost(double statements, double kilobytes, double vacuumed, Timing timing) {
    }

    Cost measure(int cases) throws Exception {
        EmbeddedPostgres server = service.getBean(EmbeddedPostgres.class);
        JdbcClient.create(server.getPostgresDatabase()).sql("create database bare_engine").update();
        com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "bare_engine"));
        pool.setUsername("postgres");
        Statements statements = new Statements();
        DataSource counted = statements.around(pool);
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(counted);
        settings.setDatabaseSchemaUpdate("true");
        settings.setJobExecutorActivate(false);
        ProcessEngine engine = settings.buildProcessEngine();
        try {
            engine.getRepositoryService().createDeployment().addInputStream("bare-two-steps.bpmn",
                    WorklistBenchmark.resource("bare-two-steps.bpmn")).deploy();
            for (int i = 0; i < 100; i++) {
                oneCase(engine);
            }
            Map<String, Integer> counts = statements.during(() -> {
                for (int i = 0; i < 20; i++) {
                    oneCase(engine);
                }
            });
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("vacuum full").update();
            long before = WorklistBenchmark.bytes(jdbc);
            long[] times = new long[cases];
            for (int i = 0; i < cases; i++) {
                long start = System.nanoTime();
                oneCase(engine);
                times[i] = System.nanoTime() - start;
            }
            double kilobytes = (WorklistBenchmark.bytes(jdbc) - before) / 1024.0 / cases;
            jdbc.sql("vacuum full").update();
            double vacuumed = (WorklistBenchmark.bytes(jdbc) - before) / 1024.0 / cases;
            return new Cost(counts.values().stream().mapToInt(Integer::intValue).sum() / 20.0, kilobytes, vacuumed,
                    Timing.of(times));
        } finally {
            engine.close();
            pool.close();
        }
    }

    /** Eight variables at the start and two with each completion, as such cases are usually modelled. */
    private static void oneCase(ProcessEngine engine) {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("team", "north");
        start.put("lane", "STANDARD");
        start.put("applicantName", "Jordan Example");
        start.put("channel", "DESK");
        start.put("homelessTonight", false);
        start.put("domesticAbuse", false);
        start.put("aged16or17", false);
        start.put("interimDue", true);
        String instance = engine.getRuntimeService().startProcessInstanceByKey("bare-two-steps", "TH-100001-E", start)
                .getId();
        for (int step = 0; step < 2; step++) {
            String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
            engine.getTaskService().claim(task, "officer");
            engine.getTaskService().complete(task, Map.of("said", "They were asked to leave by Friday", "goOn", "yes"));
        }
    }
}
