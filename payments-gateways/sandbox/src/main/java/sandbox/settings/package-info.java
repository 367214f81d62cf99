/** What the simulators are told by whoever starts them, read once and handed out as one value. */
package sandbox.settings;
