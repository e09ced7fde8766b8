// Loaded before a program, it says at the end how much memory and processor time the program took at most.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  console.error(`peak memory ${process.resourceUsage().maxRSS} kB`);
  console.error(`processor ${Math.round((user + system) / 1000)} ms`);
});
