package org.threshold.launch;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A real PostgreSQL started by the service itself, for the demonstration and the tests. */
@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
@ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String VERSION = "17";

    @Bean(destroyMethod = "close")
    InstanceLock instanceLock(@Value("${threshold.postgres.folder:var/postgres}") Path folder) throws IOException {
        return InstanceLock.take(folder.toAbsolutePath().normalize().getParent());
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${threshold.postgres.folder:var/postgres}") Path folder,
                                      @Value("${threshold.postgres.program:var/postgres-program}") Path program,
                                      InstanceLock held) throws IOException {
        Path data = folder.toAbsolutePath().normalize();
        refuseRootWithoutNamespaces();
        refuseOtherVersion(data);
        new LeftBehind(data).clear();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(program.toAbsolutePath().normalize().toFile())
                .setCleanDataDirectory(false)
                // The application context stops it, after its connections are closed.
                .setRegisterShutdownHook(false)
                // The library turns these two off for speed; here a commit must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        LOG.info("PostgreSQL {} keeps its data in {}", VERSION, data);
        return postgres;
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        source.setUsername("postgres");
        return source;
    }

    private static void refuseRootWithoutNamespaces() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart("PostgreSQL does not run as root on this machine, which forbids user namespaces. "
                    + "Start Threshold as an ordinary user");
        }
    }

    private static void refuseOtherVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).trim().equals(VERSION)) {
            throw new CannotStart("The data in " + data + " belongs to PostgreSQL " + Files.readString(version).trim()
                    + ", and this is PostgreSQL " + VERSION + ". Move that folder away to begin with new data");
        }
    }
}
