package io.mizan.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of one system: its database, secrets, logs and the servers' working files. Held by one launcher at a
 * time; the operating system gives it back however that one ends.
 */
final class Home implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    /** The database's program and first files take 500 MB, the servers' working files 300. */
    private static final long SPACE_OF_A_HOME = 1000 * MEGABYTE;

    private static final long SPACE_OF_A_START = 400 * MEGABYTE;

    private final Path directory;
    private final FileChannel lockFile;

    private Home(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory if need be and takes hold of it.
     *
     * @throws LaunchFailure if we may not write there or another launcher holds it
     */
    static Home open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LaunchFailure("Mizan already runs on " + directory
                        + ": stop it there, or start this one with another -Dmizan.home.");
            }
            return new Home(directory, channel);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The home " + directory + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): give yourself access to it, or choose another with -Dmizan.home.",
                    e);
        }
    }

    /** @throws LaunchFailure if what a start writes here would not find room */
    void requireSpace() {
        try {
            requireSpace(Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            throw new LaunchFailure("The disk of the home " + directory + " cannot be asked for its space: " + e, e);
        }
    }

    void requireSpace(long usableBytes) {
        long needed = Files.exists(database()) ? SPACE_OF_A_START : SPACE_OF_A_HOME;
        if (usableBytes < needed) {
            throw new LaunchFailure("The disk of the home " + directory + " is full (" + usableBytes / MEGABYTE
                    + " MB left, " + needed / MEGABYTE
                    + " needed): free some space, or choose another place with -Dmizan.home.");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    Path database() {
        return directory.resolve("mariadb");
    }

    Path secrets() {
        return directory.resolve("secrets.properties");
    }

    Path demoEnvironment() {
        return directory.resolve("demo.env");
    }

    /** Where a server of that name works and logs. */
    Path server(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
