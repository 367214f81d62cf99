package io.mizan.database.embedded;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A schema of an embedded server and the one user who owns it.
 *
 * @param name of the schema and of its user alike: lower case letters and digits
 * @param password letters, digits, hyphens and underscores
 */
public record Schema(String name, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    public Schema {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(password, "password");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A schema's name is lower case letters and digits: " + name);
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("The password of schema " + name + " has characters we do not quote");
        }
    }

    /** Statements that make the schema and its user what this record says, whatever was there before. */
    String setUp() {
        // An anonymous account of localhost would win over user@'%', so the user is one of localhost.
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS %1$s@localhost;
                ALTER USER %1$s@localhost IDENTIFIED BY '%2$s';
                GRANT ALL ON %1$s.* TO %1$s@localhost;
                """
                .formatted(name, password);
    }

    @Override
    public String toString() {
        return "Schema[" + name + "]";
    }
}
