package io.mizan.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.database.embedded.GuardedProcess;
import io.mizan.testbed.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine of a test has one Java: instead of an older one, a later one is demanded. */
class OldJavaIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int PATIENCE_IN_MINUTES = 4;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"run", "full"})
    void a_java_that_is_too_old_is_told_before_anything_is_built_with_the_cure(String profile) throws Exception {
        var output = TestFiles.directory().resolve("old-java-" + profile + ".out");

        try (var build = GuardedProcess.start(
                List.of(
                        ROOT.resolve("mvnw").toString(),
                        "-o",
                        "-f",
                        ROOT.resolve("pom.xml").toString(),
                        "-P" + profile,
                        "-Dmaven.compiler.release=99",
                        "compile"),
                Map.of(),
                output)) {
            assertThat(build.onEnd().get(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)).isNotZero();
        }

        assertThat(Files.readString(output))
                .contains("Mizan needs a JDK 99 or later and this is "
                        + System.getProperty("java.version")
                        + ": install one, and let JAVA_HOME name it.")
                .doesNotContain("Compiling");
    }

    /** Else it would stop there, and nobody would read the sentence. What is unknown to it is invented here. */
    @Test
    void an_old_java_passes_over_those_options_of_the_build_that_it_does_not_know() throws Exception {
        var options = Files.readAllLines(ROOT.resolve(".mvn/jvm.config")).stream()
                .map(option -> option.replace("--add-", "--not-yet-"))
                .toList();
        assertThat(options).contains("-XX:+IgnoreUnrecognizedVMOptions").anyMatch(it -> it.startsWith("--not-yet-"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.forEach(option -> command.addAll(List.of(option.split(" "))));
        command.add("-version");

        try (var java =
                GuardedProcess.start(command, Map.of(), TestFiles.directory().resolve("old-java-options.out"))) {
            assertThat(java.onEnd().get(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)).isZero();
        }
    }
}
