/**
 * Keeping secrets: values sealed with AES-256-GCM under the master key (with its id, so that it can be changed), keyed
 * hashes for what must be found but not read, and tokens derived from the master key so that they need not be stored.
 */
package io.mizan.secrets;
