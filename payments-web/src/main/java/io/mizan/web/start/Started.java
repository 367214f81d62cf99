package io.mizan.web.start;

import jakarta.enterprise.context.ApplicationScoped;

/** What start-up has reached so far; health asks it while start-up may still be at work. */
@ApplicationScoped
class Started {

    private volatile boolean database;

    void databaseIsReady() {
        database = true;
    }

    boolean hasDatabase() {
        return database;
    }
}
