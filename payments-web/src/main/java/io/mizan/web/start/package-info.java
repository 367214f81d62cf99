/**
 * From a deployed WAR to a system that may take money: the pool, what must hold before anything runs, the schema, and
 * what health tells.
 *
 * <p>{@link io.mizan.web.start.DatabaseStart} goes first; every other start-up bean and timer is
 * {@code @DependsOn("DatabaseStart")}. A feature that cannot work with the given settings implements {@link
 * io.mizan.web.start.StartCheck}: all faults are told at once, each with its cure, and the deployment fails.
 */
package io.mizan.web.start;
