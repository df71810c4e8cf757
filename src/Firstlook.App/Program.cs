using Firstlook.App.Cli;

return await Root.Run(args);
