/** Whether this process can be used. */
package sandbox.health;
