// Loaded before a program, it says at the end how much memory the program took at most.
process.on('exit', () => {
  console.error(`peak memory ${process.resourceUsage().maxRSS} kB`);
});
