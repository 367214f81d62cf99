package io.mizan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories as wholes. */
public final class Directories {
    private Directories() {}

    /** Deletes one with all that is in it; that there is none is as good. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(directory)) {
            deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Copies one with all that is in it to a place where nothing is. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> outermostFirst;
        try (Stream<Path> inside = Files.walk(from)) {
            outermostFirst = inside.toList();
        }
        for (Path path : outermostFirst) {
            Files.copy(path, to.resolve(from.relativize(path)));
        }
    }
}
