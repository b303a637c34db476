package org.threshold.process;

import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.ProcessEngine;

/** The engine starts only after Flyway has made its tables. */
@Component
class SchemaFirst extends AbstractDependsOnBeanFactoryPostProcessor {

    SchemaFirst() {
        super(ProcessEngine.class, ProcessEngineFactoryBean.class, FlywayMigrationInitializer.class);
    }
}
