package io.mizan.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the browser for the tests, or brings one: {@code $MIZAN_BROWSER}, else Chromium or Chrome on the path, else
 * Debian's package if we are root there, else the test library's own download, else one sentence.
 */
final class BrowserProgram {

    /** The one without a desktop first: the same engine, and a window takes it a sixth of the time. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
            "chrome");

    private static final int INSTALL_SECONDS = 300;
    private static final int DOWNLOAD_SECONDS = 120;

    private BrowserProgram() {}

    /**
     * The program to run; empty means the one that the test library has downloaded. One process of tests at a time brings
     * it.
     */
    static Optional<Path> find() {
        var lock = TestFiles.results().resolve("browser.lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return foundOrBrought();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> foundOrBrought() {
        Optional<Path> chosen = chosen().or(BrowserProgram::onPath);
        if (chosen.isPresent()) {
            bringArabicLetters();
            return chosen;
        }
        if (installed()) {
            return onPath();
        }
        if (downloaded()) {
            return Optional.empty();
        }
        throw new IllegalStateException(
                "The tests need a browser: install Chromium or Chrome, or set MIZAN_BROWSER to one.");
    }

    private static Optional<Path> chosen() {
        return Optional.ofNullable(System.getenv("MIZAN_BROWSER"))
                .filter(name -> !name.isBlank())
                .map(name -> {
                    if (!Files.isExecutable(Path.of(name))) {
                        throw new IllegalStateException("MIZAN_BROWSER is not a program: " + name);
                    }
                    return Path.of(name);
                });
    }

    private static Optional<Path> onPath() {
        List<Path> directories = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Without a font for it, Arabic shows as boxes, in which no test would see a mistake. */
    private static void bringArabicLetters() {
        boolean missing = run(10, "sh", "-c", "test -z \"$(fc-list :lang=ar)\"");
        if (missing && mayInstall()) {
            install("fonts-noto-core");
        }
    }

    private static boolean installed() {
        return mayInstall()
                && (install("chromium-headless-shell", "fonts-noto-core") || install("chromium", "fonts-noto-core"))
                && onPath().isPresent();
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
    }

    private static boolean install(String... packages) {
        String names = String.join(" ", packages);
        System.out.println("The tests install Debian's " + names + ", because this machine lacks them.");
        return run(
                INSTALL_SECONDS,
                "sh",
                "-c",
                "export DEBIAN_FRONTEND=noninteractive; apt-get -q update && apt-get -q -y install --no-install-recommends "
                        + names);
    }

    private static boolean downloaded() {
        System.out.println("The tests download a browser of their own, because this machine lacks one.");
        return run(
                DOWNLOAD_SECONDS,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "--with-deps",
                "chromium");
    }

    /** Whether the command ended well in time. */
    private static boolean run(int seconds, String... command) {
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            Process process = builder.start();
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
