package io.mizan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What a {@link Rehearsal} left: Payara Micro unpacked, and an archive of its classes. A virtual machine for which the archive
 * does not fit, because it is another one, passes over it.
 */
record PreparedPayara(Path directory) {
    static final String PROPERTY = "payara.prepared";

    private static final Attributes.Name EXPORTS = new Attributes.Name("Add-Exports");
    private static final Attributes.Name OPENS = new Attributes.Name("Add-Opens");
    private static final Attributes.Name PROGRAM = new Attributes.Name("Start-Class");

    /** Empty if the build was told of none, or none came about. */
    static Optional<PreparedPayara> found() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(property -> Path.of(property).toAbsolutePath().normalize())
                .map(PreparedPayara::new)
                .filter(PreparedPayara::isComplete);
    }

    boolean isComplete() {
        return Files.exists(jar()) && Files.exists(archive());
    }

    /** What was recorded is whole: a process that fails, or is killed over it, writes an archive too. */
    void complete() throws IOException {
        Files.move(recording(), archive());
    }

    /** How to start it so that its end writes the archive. */
    List<String> recorded() {
        return program("-XX:ArchiveClassesAtExit=" + recording());
    }

    /** How to start it so that it reads the archive. */
    List<String> shared() {
        return program("-XX:SharedArchiveFile=" + archive());
    }

    /**
     * Its own start class would have all servers work in this one directory; so the program itself is started, with what the
     * jar's manifest lets it do.
     */
    private List<String> program(String option) {
        List<String> arguments = new ArrayList<>(List.of(
                option,
                "-Xlog:disable", // of an archive that does not fit, and the like
                "-Dfish.payara.micro.BootJar=" + jar().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + directory));
        try (var archive = new JarFile(jar().toFile())) {
            var manifest = archive.getManifest().getMainAttributes();
            packages(manifest, EXPORTS).forEach(name -> arguments.add("--add-exports=" + name + "=ALL-UNNAMED"));
            packages(manifest, OPENS).forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
            arguments.addAll(List.of("-cp", jar().toString(), manifest.getValue(PROGRAM)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return arguments;
    }

    private static List<String> packages(Attributes manifest, Attributes.Name name) {
        var value = manifest.getValue(name);
        return value == null ? List.of() : Arrays.asList(value.trim().split("\\s+", -1));
    }

    private Path jar() {
        return directory.resolve("launch-micro.jar");
    }

    private Path recording() {
        return directory.resolve("recording.jsa");
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }
}
