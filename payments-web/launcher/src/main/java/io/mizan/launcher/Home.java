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
