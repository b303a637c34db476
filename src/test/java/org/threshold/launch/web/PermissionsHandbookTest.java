package org.threshold.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;

/** The handbook's page about permissions is the tables as they are. */
class PermissionsHandbookTest extends IntegrationTest {

    private static final Path PAGE = Path.of("src/docs/permissions.md");

    @Autowired
    private PermissionsHandbook handbook;
    @Autowired
    private PermissionRoutes routes;

    @Test
    void thePageIsCurrent() throws IOException {
        if ("write".equals(System.getProperty("threshold.handbook"))) {
            Files.writeString(PAGE, handbook.markdown());
        }
        assertThat(Files.readString(PAGE)).as("Write it anew: mvn test -Dtest=PermissionsHandbookTest"
                + " -Dthreshold.handbook=write").isEqualTo(handbook.markdown());
    }

    @Test
    void everyRouteOfTheServiceAndOfItsLibrariesSaysWhichOperationItIs() {
        assertThat(routes.all()).isNotEmpty().allSatisfy(route ->
                assertThat(route.operation()).as(route.method() + " " + route.pattern()).isNotNull());
    }
}
