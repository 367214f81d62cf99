package io.mizan.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Names the files of a changelog by what is in them: two changelogs have the same name if not a byte differs. */
final class ChangelogDigest {

    private ChangelogDigest() {}

    /**
     * @param master the file that includes the others, which are all below its directory
     * @return empty where the files cannot be listed, because they are neither in a jar nor in a directory
     */
    static Optional<String> of(URL master) {
        try {
            return switch (master.getProtocol()) {
                case "file" -> Optional.of(digest(Path.of(master.toURI()).getParent()));
                case "jar" -> Optional.of(digest((JarURLConnection) master.openConnection()));
                default -> Optional.empty();
            };
        } catch (IOException | URISyntaxException unreadable) {
            throw new MigrationException("The changelog cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String digest(JarURLConnection entry) throws IOException, URISyntaxException {
        try (var jar = FileSystems.newFileSystem(Path.of(entry.getJarFileURL().toURI()))) {
            return digest(jar.getPath(entry.getEntryName()).getParent());
        }
    }

    private static String digest(Path directory) throws IOException {
        List<Path> files;
        try (var found = Files.walk(directory)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        var digest = sha256();
        for (var file : files) {
            digest.update(line(directory.relativize(file).toString()));
            digest.update(line(hex(sha256().digest(Files.readAllBytes(file)))));
        }
        return hex(digest.digest());
    }

    /** Whose parts cannot be mistaken for those of another: none of them holds what ends it. */
    static byte[] line(String part) {
        return (part + '\n').getBytes(UTF_8);
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
