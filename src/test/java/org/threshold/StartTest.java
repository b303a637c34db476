package org.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartTest extends IntegrationTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPowerCutLosesNoCommit() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    }

    @Test
    void everySessionIsInUtc() {
        assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
    }
}
