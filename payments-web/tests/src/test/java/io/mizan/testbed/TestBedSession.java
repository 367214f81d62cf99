package io.mizan.testbed;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Opens the test bed with the session of the integration tests, and closes it at the end; unit tests have none. */
public final class TestBedSession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (TestFiles.areGiven()) {
            TestBed.open();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (TestFiles.areGiven()) {
            TestBed.close();
        }
    }
}
